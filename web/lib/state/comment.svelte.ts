/** What one is writing about an action, and about which one: what was meant for one is never said of another. */
export class CommentDraft {
  #words = $state('');
  #about = $state.raw<string | null>(null);

  get words(): string {
    return this.#words;
  }

  /** `row`: what is on the table now; null when nothing is. */
  write(words: string, row: string | null): void {
    if (this.#words.trim() === '') this.#about = row;
    this.#words = words;
  }

  get isEmpty(): boolean {
    return this.#words.trim() === '';
  }

  /** Whether it can be said of what is on the table now. */
  isAbout(row: string | null): boolean {
    return this.isEmpty || (row !== null && this.#about === row);
  }

  clear(): void {
    this.#words = '';
    this.#about = null;
  }
}
