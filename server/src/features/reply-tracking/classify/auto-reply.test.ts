import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { automationOf, hasAutomaticSubject } from './auto-reply.ts';

describe('a subject that a mail program has written is known in every form', () => {
  const automatic = [
    'OOO: Pricing for 40 seats',
    'Abwesend: Pricing for 40 seats',
    'Re: Pricing for 40 seats (Out of Office)',
    'AW: Pricing [Abwesenheitsnotiz]',
    '[Auto Reply] Pricing',
    '[EXTERNAL] Automatic reply: Pricing',
    '[Ext] [SPAM?] Automatische Antwort: Pricing',
    '*** EXTERNAL *** Réponse automatique : Pricing',
    'EXTERNAL: Out of Office: Pricing',
    'Εκτός γραφείου',
  ];
  for (const subject of automatic) test(subject, () => assert.ok(hasAutomaticSubject(subject)));
  const written = [
    'Re: Automatic reply: Pricing',
    '[EXTERNAL] Re: Automatic reply: Pricing',
    'Out of office next week - can we meet before?',
    'Pricing for the office (out of stock)',
    '[EXTERNAL] Pricing',
    '[EXTERNAL]',
    'Ooops: a mistake in the offer',
  ];
  for (const subject of written) test(`a person's: ${subject}`, () => assert.ok(!hasAutomaticSubject(subject)));
});

test('what asks others not to answer, or comes through a list, is a hint; what answers by itself is certain', () => {
  assert.equal(automationOf([['x-auto-response-suppress', 'DR, OOF, AutoReply']]), 'hinted');
  assert.equal(automationOf([['precedence', 'list']]), 'hinted');
  assert.equal(automationOf([['list-id', '<buyers.globex.example>']]), null);
  assert.equal(automationOf([['x-auto-response-suppress', 'None']]), null);
  assert.equal(automationOf([['auto-submitted', 'auto-replied']]), 'certain');
  assert.equal(automationOf([['auto-submitted', 'no']]), null);
  assert.equal(automationOf([['precedence', 'bulk']]), 'certain');
  assert.equal(automationOf([['x-autoreply', 'yes']]), 'certain');
  assert.equal(automationOf([['from', 'Globex <no-reply@globex.example>']]), 'certain');
  assert.equal(automationOf([['from', 'noreen.plyers@globex.example']]), null);
});
