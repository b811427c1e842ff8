// Makes JavaScript of what a host reaches from its entries, one file for each, in the same places: whatever a file says
// about where its neighbours are stays right. Types are checked by `npm run check`, not here.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  // Node's own modules, whatever a package.json says: the result is the same with or without one.
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
  removeComments: true,
};

/** Writes what the entries (paths relative to `root`) reach into `folder`; returns the packages that it imports. */
export function compileApp(root: string, entries: string[], folder: string): string[] {
  const packages = new Set<string>();
  const waiting = [...entries];
  const known = new Set(entries);
  for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
    const text = emit(root, source, folder);
    for (const name of importsIn(text)) {
      if (!name.startsWith('.')) takePackage(name, packages);
      else takeNeighbour(sourceOf(root, join(dirname(source), name)), known, waiting);
    }
  }
  return [...packages].toSorted();
}

function takeNeighbour(source: string, known: Set<string>, waiting: string[]): void {
  if (known.has(source)) return;
  known.add(source);
  waiting.push(source);
}

/** Writes one file and returns its text; JSON and plain JavaScript stay as they are. */
function emit(root: string, source: string, folder: string): string {
  const given = readFileSync(join(root, source), 'utf8');
  const text = source.endsWith('.ts') ? compile(source, given) : given;
  const target = join(folder, source.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return source.endsWith('.json') ? '' : text;
}

function compile(source: string, given: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(given, {
    compilerOptions: OPTIONS,
    fileName: source,
    reportDiagnostics: true,
  });
  const [fault] = diagnostics;
  if (fault !== undefined)
    throw new Error(`${source}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
  // A path in a text (a worker, say) is not rewritten by the compiler and would lead nowhere.
  const left = /new URL\(\s*['"`][^'"`]+\.ts['"`]/.exec(outputText);
  if (left !== null) throw new Error(`${source} names a source file that no package has: ${left[0]}`);
  return outputText;
}

function importsIn(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** The file that `./x.js` is made of: `x.ts`, or itself when it was JavaScript from the start. */
function sourceOf(root: string, target: string): string {
  const source = target.replace(/\.js$/, '.ts');
  return existsSync(join(root, source)) ? source : target;
}

/** What Node or the host brings is no package. */
function takePackage(name: string, packages: Set<string>): void {
  if (name.startsWith('node:') || /^electron($|\/)/.test(name)) return;
  // 'knex/lib/x.js' → 'knex', '@napi-rs/canvas' as it is.
  const parts = name.split('/').slice(0, name.startsWith('@') ? 2 : 1);
  packages.add(parts.join('/'));
}
