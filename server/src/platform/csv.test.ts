import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvLine } from './csv.ts';

test('A cell that a spreadsheet would run is text', () => {
  for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', '\n=1', '\tplain'])
    assert.match(csvLine([cell]), /^"?'/, JSON.stringify(cell));
  assert.equal(csvLine(['rae@acme.example', 'a=b', '2026-11-27']), 'rae@acme.example,a=b,2026-11-27\r\n');
});

test('Quotes, commas and line ends stay inside their cell', () => {
  assert.equal(csvLine(['say "hello"', 'a,b', 'two\nlines', null]), '"say ""hello""","a,b","two\nlines",\r\n');
  assert.equal(csvLine(['=HYPERLINK("x","y")']), '"\'=HYPERLINK(""x"",""y"")"\r\n');
});
