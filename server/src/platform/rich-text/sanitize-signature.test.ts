import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sanitizeSignature } from './sanitize-signature.ts';

test('A signature keeps its look and its links', () => {
  const signature = '<p style="color:#333"><b>Rae Ortiz</b><br /><a href="https://acme.example">acme.example</a></p>';
  assert.equal(sanitizeSignature(signature), signature);
});

test('Nothing in a signature can run, post or load a frame', () => {
  const hostile =
    '<script>x()</script><img src=x onerror=x()><a href="javascript:x()">a</a><iframe src=//x></iframe>' +
    '<p style="background:url(//x)">p</p><form></form>';
  assert.doesNotMatch(sanitizeSignature(hostile), /script|onerror|iframe|url\(|form/i);
});

test('A signature has no pictures that recipients cannot load, and its links lead where they were meant to', () => {
  const signature =
    '<a href="www.acme.example:8080">Acme</a><img src="data:image/png;base64,AA" alt="logo" /><img src="file:///c:/logo.png" />' +
    '<img src="https://acme.example/logo.png" />';
  assert.equal(sanitizeSignature(signature), '<a href="https://www.acme.example:8080">Acme</a><img src="https://acme.example/logo.png" />');
});

test('A signature that would take long to read is refused', () => {
  assert.throws(() => sanitizeSignature('<ol><li>'.repeat(40_000)), { code: 'text_too_large' });
});
