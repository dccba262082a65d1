/**
 * Copies what is still to be fetched, and answers whether it worked. The clipboard is asked at once, while the press of
 * the button counts: some browsers do not let anybody copy later.
 */
export async function copyLater(fetchText: () => Promise<string>): Promise<boolean> {
  try {
    const text = fetchText().then((words) => new Blob([words], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text })]);
    return true;
  } catch {
    // No clipboard here, no leave to use it, or no text: the page offers a file instead.
    return false;
  }
}
