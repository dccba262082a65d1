import { inflateSync } from 'node:zlib';

/**
 * What stands in a PDF that our compiler made, page after page, in the order in which it is drawn. Enough of a reader
 * for that: objects lie open, streams are deflated, text is shown by two-byte glyph numbers that each font maps to
 * Unicode.
 */
export function pdfText(pdf: Uint8Array): string {
  return pagesOf(pdf)
    .map((runs) => runs.map(({ text }) => text).join(''))
    .join('\n');
}

/** The size of everything that is written, in points. */
export function textSizes(pdf: Uint8Array): number[] {
  return pagesOf(pdf)
    .flat()
    .map(({ size }) => size);
}

/** What is drawn where no paper is: below the page, or so long that it must run off it on the right. */
export function offPage(pdf: Uint8Array): string[] {
  return pagesOf(pdf)
    .flat()
    .filter(({ x, y, size, text }) => y < 0 || x + lettersOf(text) * size * NARROWEST_EM > A4_WIDTH_PT)
    .map(({ text }) => text);
}

/** Marks stand on their letter and take no room of their own. */
const lettersOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

const A4_WIDTH_PT = 596;

/** Letters are on average at least so wide; one that is not makes the check lenient, never wrong. */
const NARROWEST_EM = 0.3;

/** Text that is drawn at one place: points from the lower left corner of the page, and the size of its font. */
interface Run {
  text: string;
  x: number;
  y: number;
  size: number;
}

function pagesOf(pdf: Uint8Array): Run[][] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const pages = [...objects.values()].filter(({ body }) => /\/Type\s*\/Page\b/.test(body));
  return pages.map((page) => runsOn(page, objects));
}

interface PdfObject {
  body: string;
  stream: string;
}
type Objects = ReadonlyMap<string, PdfObject>;

/** Glyph numbers of a font, as the characters that they stand for. */
type Characters = ReadonlyMap<number, string>;

function objectsOf(file: string): Objects {
  const found = [...file.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g)];
  return new Map(
    found.map(([, id = '', whole = '']) => {
      const [, body = whole, packed = ''] = /^([\s\S]*?)\r?\nstream\r?\n([\s\S]*)\r?\nendstream/.exec(whole) ?? [];
      const bytes = Buffer.from(packed, 'latin1');
      const stream = body.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
      return [id, { body, stream: stream.toString('latin1') }];
    }),
  );
}

function runsOn(page: PdfObject, objects: Objects): Run[] {
  const at = (key: string, body: string) => objects.get(new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(body)?.[1] ?? '');
  const resources = `${page.body}${at('Resources', page.body)?.body ?? ''}`;
  const [, names = ''] = /\/Font\s*<<([\s\S]*?)>>/.exec(resources) ?? [];
  const fonts = new Map(
    [...names.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = at('ToUnicode', objects.get(id)?.body ?? '');
      return [name, charactersOf(map?.stream ?? '')];
    }),
  );
  return shownIn(at('Contents', page.body)?.stream ?? '', fonts);
}

function charactersOf(map: string): Characters {
  const blocks = [...map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].map(([, block = '']) => block);
  const pairs = blocks.flatMap((block) => [...block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g)]);
  return new Map(
    pairs.map(([, glyph = '', code = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(code, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

/**
 * Places are set by `1 0 0 -1 x y cm` and fonts chosen by `/name size Tf`; everything in round or angle brackets is text
 * in the place and font set last.
 */
function shownIn(stream: string, fonts: ReadonlyMap<string, Characters>): Run[] {
  let characters: Characters = new Map();
  let [x, y, size] = [0, 0, 0];
  const runs: Run[] = [];
  for (let at = 0; at < stream.length; at++) {
    const ahead = stream.slice(at, at + 60);
    const [, left, bottom] = /^\n1 0 0 -1 (\S+) (\S+) cm\n/.exec(ahead) ?? [];
    const [, name, points] = /^\/(\w+) ([\d.]+) Tf/.exec(ahead) ?? [];
    if (left && bottom) [x, y] = [Number(left), Number(bottom)];
    if (name && points) [characters, size] = [fonts.get(name) ?? new Map<number, string>(), Number(points)];
    const shown = stringAt(stream, at);
    if (!shown) continue;
    runs.push({ text: decoded(shown.bytes, characters), x, y, size });
    at = shown.end;
  }
  return runs;
}

function stringAt(stream: string, at: number): { bytes: Buffer; end: number } | null {
  if (stream[at] === '(') return literalAt(stream, at);
  if (stream[at] !== '<' || stream[at + 1] === '<' || stream[at - 1] === '<') return null;
  const end = stream.indexOf('>', at);
  return { bytes: Buffer.from(stream.slice(at + 1, end), 'hex'), end };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The bytes of the string in round brackets that begins at `start`, and where it ends. Brackets in it may be nested. */
function literalAt(stream: string, start: number): { bytes: Buffer; end: number } {
  let found = '';
  let depth = 1;
  let at = start + 1;
  for (; depth > 0; at++) {
    const character = stream.charAt(at);
    if (character === '\\') {
      const [octal] = /^[0-7]{1,3}/.exec(stream.slice(at + 1, at + 4)) ?? [];
      const next = stream.charAt(at + 1);
      found += octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (ESCAPES[next] ?? next);
      at += octal?.length ?? 1;
      continue;
    }
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth > 0) found += character;
  }
  return { bytes: Buffer.from(found, 'latin1'), end: at - 1 };
}

function decoded(bytes: Buffer, characters: Characters): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += characters.get(bytes.readUInt16BE(at)) ?? '';
  return text;
}
