import ts from 'typescript';

/** An import of one file of ours by another. `runs` is false when Node leaves it out, because it brings types alone. */
export interface Import {
  from: string;
  to: string;
  runs: boolean;
}

/** Who imports whom, by name. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What a file imports of ours, `import()` included. `import { type A }` counts as run: Node takes the name out and loads the file all the
 * same. `file` is a path with slashes from the folder that is looked at.
 */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, runs: boolean): void => {
    if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.'))
      found.push({ from: file, to: new URL(specifier.text, `file:///${file}`).pathname.slice(1), runs });
  };
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, !node.isTypeOnly);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, false);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], true);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** One sentence for each group of files that load each other. */
export function fileCircles(imports: readonly Import[]): string[] {
  const graph = graphOf(imports.filter(({ runs }) => runs).map(({ from, to }) => [from, to]));
  return circlesOf(graph).map(
    (circle) => `These files load each other: ${circle.join(' → ')}. Hand the value in, or give it a file of its own.`,
  );
}

/** One sentence for each group of features that know each other, by types or values. Tests are left out: nothing imports them. */
export function featureCircles(imports: readonly Import[]): string[] {
  const between = imports
    .filter(({ from }) => !from.endsWith('.test.ts'))
    .map(({ from, to }): [string, string] => [featureOf(from), featureOf(to)])
    .filter(([from, to]) => from !== '' && to !== '' && from !== to);
  return circlesOf(graphOf(between)).map(
    (circle) => `These features know each other: ${circle.join(' → ')}. One of them asks for what it needs as a value.`,
  );
}

function featureOf(file: string): string {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? '';
}

function graphOf(edges: readonly (readonly [string, string])[]): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}

/** The shortest circle of each group whose members all reach each other; it ends with the name that it begins with. */
export function circlesOf(graph: Graph): string[][] {
  const circles: string[][] = [];
  const named = new Set<string>();
  for (const name of graph.keys()) {
    if (named.has(name)) continue;
    const shortest = circleThrough(graph, name);
    if (!shortest) continue;
    const group = [...reachedFrom(graph, name)].filter((other) => reachedFrom(graph, other).has(name));
    for (const member of group) named.add(member);
    circles.push(group.map((member) => circleThrough(graph, member) ?? shortest).reduce((a, b) => (b.length < a.length ? b : a), shortest));
  }
  return circles;
}

function reachedFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>(graph.get(start));
  // A set that grows while it is walked is walked to its new end
  for (const name of reached) for (const next of graph.get(name) ?? []) reached.add(next);
  return reached;
}

function circleThrough(graph: Graph, start: string): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const name of queue)
    for (const next of graph.get(name) ?? []) {
      if (next === start) return wayTo(cameFrom, start, name);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, name);
      queue.push(next);
    }
  return null;
}

function wayTo(cameFrom: ReadonlyMap<string, string>, start: string, last: string): string[] {
  const way = [last, start];
  for (let at = last; at !== start;) {
    at = cameFrom.get(at) ?? start;
    way.unshift(at);
  }
  return way;
}
