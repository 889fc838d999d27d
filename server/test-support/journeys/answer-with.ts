import type { Route } from 'playwright-core';
import { FAILED } from './answers/index.ts';

/** Answers a component in place of the service: with what is given, or with the problem `FAILED`. */
export async function answerWith(route: Route, given: object): Promise<void> {
  const isProblem = given === FAILED;
  await route.fulfill({
    status: isProblem ? FAILED.status : 200,
    contentType: isProblem ? 'application/problem+json' : 'application/json',
    headers: { 'access-control-allow-origin': route.request().headers()['origin'] ?? '*' },
    body: JSON.stringify(given),
  });
}
