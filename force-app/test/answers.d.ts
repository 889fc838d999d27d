import type { LightningElement } from 'lwc';
import type { paths, Problem } from 'service';
import type { Answer, Call } from './service';

type Verb = 'get' | 'put' | 'post' | 'patch' | 'delete';
type Operation = {
    [Path in keyof paths]: { [Method in Verb]: paths[Path][Method] extends object ? [Path, Method] : never }[Verb];
}[keyof paths];

/** A path without /v1, with each provider in place of its parameter. */
type Short<Path> = Path extends `/v1${infer Rest}`
    ? Rest extends `${infer Start}/{provider}`
        ? `${Start}/${'google' | 'microsoft'}`
        : Rest
    : never;

type ContentOf<Status> = Status extends { content: infer Content } ? Content[keyof Content] : undefined;
/** What an operation answers with when it succeeds: undefined where it has no body, never the null that stands for "unchanged". */
type BodyOf<One> = One extends { responses: infer Statuses }
    ? { [Status in Exclude<keyof Statuses, 'default' | 304>]: ContentOf<Statuses[Status]> }[Exclude<keyof Statuses, 'default' | 304>]
    : never;

/** The body of each answer of the service by "METHOD /path", as the OpenAPI document has it. */
export type Bodies = { [One in Operation as `${Uppercase<One[1]>} ${Short<One[0]>}`]: BodyOf<paths[One[0]][One[1]]> };
export type Route = keyof Bodies;

type Ready<Key extends Route> = Bodies[Key] | Answer<Bodies[Key]> | Answer<Problem> | Answer<undefined>;
/** What a test may give for a route: the body, an answer with a status of its own, or a function of the call that gives one of them. */
export type Given<Key extends Route> = Ready<Key> | ((call: Call) => Ready<Key> | Promise<Ready<Key>>);
export type Routes = { [Key in Route]?: Given<Key> };

/** What an owner may give a component. */
export type Properties<Component> = Partial<Omit<Component, keyof LightningElement>>;
