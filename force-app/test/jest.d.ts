// Jest, as far as the component tests use it. What it mocks and expects is free; the rows of a table keep their types.

type Body<Values extends unknown[]> = (...values: Values) => unknown;

/** A row is written as a constant, and read as a value of its own. */
type Mutable<Value> = { -readonly [Key in keyof Value]: Mutable<Value[Key]> };

interface Test {
    (name: string, body: Body<[]>): void;
    each<const Row extends readonly unknown[]>(rows: readonly Row[]): (name: string, body: (...values: Mutable<Row>) => unknown) => void;
    each<const Value>(values: readonly Value[]): (name: string, body: (value: Mutable<Value>) => unknown) => void;
}

declare const describe: Test;
declare const it: Test;
declare function beforeEach(body: Body<[]>): void;
declare function afterEach(body: Body<[]>): void;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
declare const expect: any;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
declare const jest: any;
declare const global: typeof globalThis;

/** Any function may be one of Jest's. */
interface CallableFunction {
    mock: any;
    mockReset(): any;
    mockResolvedValue(value: unknown): any;
    mockRejectedValue(value: unknown): any;
}

// The stand-in for tests says where the components have gone, and opens an address.
declare module 'lightning/navigation' {
    const navigate: any;
    const arriveAt: (page: PageReference) => void;
}
