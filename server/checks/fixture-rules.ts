import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { projectRoot, type Finding } from './run-check.ts';

const HELPERS = fileURLToPath(new URL('force-app/test/', projectRoot));

/**
 * Holds the fixtures of the component tests to the types that the components have: what a test serves, seeds or gives a component.
 * The compiler finds a field that is wrong, missing or unknown. It says nothing about a value whose type it does not know, and that is
 * how a fixture would drift, so this check reports such values as well. `configFile` is a tsconfig.json that includes the tests.
 */
export function checkFixtures(configFile: string): Finding {
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file)) as { config: unknown };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(configFile));
  const program = ts.createProgram(fileNames, options);
  const wrong = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n  ');
    return file && start !== undefined ? at(file, start, text) : text;
  });
  const tests = program.getSourceFiles().filter(({ fileName }) => fileName.endsWith('.test.js'));
  const unknown = tests.flatMap((file) => unknownIn(file, program.getTypeChecker()));
  return { problems: [...wrong, ...unknown], summary: `${String(tests.length)} files of component tests` };
}

function at(file: ts.SourceFile, position: number, text: string): string {
  const { line, character } = file.getLineAndCharacterOfPosition(position);
  return `${path.relative(fileURLToPath(projectRoot), file.fileName)}:${String(line + 1)}:${String(character + 1)} ${text}`;
}

/** Every value without a type in what a test hands to `serve`, `show` or a seed. */
function unknownIn(file: ts.SourceFile, checker: ts.TypeChecker): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && takesFixtures(node, checker)) {
      for (const value of node.arguments.flatMap(valuesOf)) {
        const text = ts.isComputedPropertyName(value) ? hiddenName(value, checker) : untyped(value, checker);
        if (text !== undefined) found.push(at(file, value.getStart(file), text));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether a call hands fixtures to one of the helpers in force-app/test. Other calls may be given anything. */
function takesFixtures({ expression }: ts.CallExpression, checker: ts.TypeChecker): boolean {
  if (!ts.isIdentifier(expression)) return false;
  const symbol = checker.getSymbolAtLocation(expression);
  const declared = symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0 ? checker.getAliasedSymbol(symbol) : undefined;
  const from = declared?.declarations?.[0]?.getSourceFile().fileName ?? '';
  return from === `${HELPERS}seed.js` || (from.startsWith(HELPERS) && ['serve', 'show'].includes(declared?.name ?? ''));
}

function untyped(value: ts.Node, checker: ts.TypeChecker): string | undefined {
  if ((checker.getTypeAtLocation(value).flags & ts.TypeFlags.Any) === 0) return undefined;
  return `"${value.getText()}" has no type: give it one of 'service' in a JSDoc comment.`;
}

/** The compiler finds the type of an answer by the name of its route. */
function hiddenName({ expression }: ts.ComputedPropertyName, checker: ts.TypeChecker): string | undefined {
  if (checker.getTypeAtLocation(expression).isStringLiteral()) return undefined;
  return `"${expression.getText()}" is not known before the test runs: write "METHOD /path/{id}" as the OpenAPI document has it.`;
}

/**
 * The values inside a literal, and its computed names. A function has none here: what it returns depends on the call.
 */
function valuesOf(node: ts.Expression): ts.Node[] {
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) => {
      if (ts.isPropertyAssignment(property))
        return [...(ts.isComputedPropertyName(property.name) ? [property.name] : []), ...valuesOf(property.initializer)];
      if (ts.isSpreadAssignment(property)) return valuesOf(property.expression);
      return ts.isShorthandPropertyAssignment(property) ? [property.name] : [];
    });
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(valuesOf);
  if (ts.isArrowFunction(node)) return [];
  return [node];
}
