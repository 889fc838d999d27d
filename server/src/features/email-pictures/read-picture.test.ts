import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../../test-support/properties.ts';
import { GIF, jpegHead, png } from '../../../test-support/pictures.ts';
import { readPicture } from './read-picture.ts';

test('A picture is what its own bytes say, and as large', () => {
  assert.deepEqual(readPicture(png({ width: 40, height: 30 })), { type: 'image/png', width: 40, height: 30 });
  assert.deepEqual(readPicture(GIF), { type: 'image/gif', width: 1, height: 1 });
  assert.deepEqual(readPicture(jpegHead(640, 480)), { type: 'image/jpeg', width: 640, height: 480 });
});

test('What mail programs do not all show, and what is no picture, is none', () => {
  const others = [
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'RIFF\u0024\0\0\0WEBPVP8 ',
    'BM',
    '%PDF-1.7',
    'GIF89a',
    '<html>',
    '',
  ];
  for (const other of others) assert.equal(readPicture(Buffer.from(other, 'latin1')), null, other);
  assert.equal(readPicture(png({ width: 0 })), null);
  assert.equal(readPicture(jpegHead(640, 0)), null);
});

test('A broken or hostile file is read to its end at most', () =>
  holds(
    fc.property(fc.constantFrom(png(), GIF, jpegHead(640, 480)), fc.uint8Array({ maxLength: 200 }), fc.nat(60), (whole, noise, cut) => {
      const head = readPicture(Buffer.concat([whole.subarray(0, cut), noise]));
      assert.ok(head === null || (head.width > 0 && head.height > 0));
    }),
  ));

test('A JPEG that names segments without end is no picture', () => {
  const segments = Buffer.concat([Buffer.from([0xff, 0xd8]), ...Array.from({ length: 400_000 }, () => Buffer.from([0xff, 0xe1, 0, 0]))]);
  assert.equal(readPicture(segments), null);
  assert.equal(readPicture(Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(2_000_000, 0xff)])), null);
});
