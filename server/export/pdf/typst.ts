import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { shown, undisplayable } from './undisplayable.ts';

/** The templates beside this file. */
export type Template = 'staff' | 'patient' | 'letter';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Faces of the text, from npm packages, so that a document looks the same on every machine. */
const FONTS = [
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
];

/** Results of compiling that have not been used for so many documents are forgotten: the cache belongs to the process. */
const CACHE_AGE = 10;

/** Made when the first PDF is asked for, and kept: reading the fonts takes longer than setting a page. */
let compiler: NodeCompiler | undefined;

function compilerWithFonts(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((font) => readFileSync(resolve(font)));
  return NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs }] });
}

/**
 * A PDF/UA-1 document: the data in `json` set by the template. They are only ever shown, never read as markup. A
 * character that no font has is shown as its code, `[U+65E5]`, so that nothing is lost. Nothing else runs meanwhile: it
 * belongs in the press's thread.
 *
 * @throws Error when the template itself is wrong.
 */
export function typeset(template: Template, json: string): Uint8Array {
  compiler ??= compilerWithFonts();
  try {
    return compile(compiler, template, json);
  } catch (error) {
    const missing = undisplayable(error);
    if (missing.length === 0) throw error;
    return compile(compiler, template, shown(json, missing));
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

function compile(compiler: NodeCompiler, template: Template, json: string): Uint8Array {
  const result = compiler.compile({ mainFilePath: `${FOLDER}${template}.typ`, inputs: { data: json } });
  const { result: document } = result;
  if (!document) {
    const diagnostics = result.takeDiagnostics();
    const why = diagnostics ? JSON.stringify(compiler.fetchDiagnostics(diagnostics)) : 'no reason given';
    throw new Error(`The template ${template} could not be set: ${why}`);
  }
  return compiler.pdf(document, { pdfStandard: 'ua-1' });
}
