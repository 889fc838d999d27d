import { canonicalAddress } from '../src/platform/canonical-address.ts';
import { OWN_ADDRESSES } from '../src/features/reply-tracking/classify/fixtures/index.ts';
import { classify, type Classification } from '../src/features/reply-tracking/classify/index.ts';
import { fieldsOf } from '../src/features/reply-tracking/classify/raw-content.ts';
import type { CorpusFile } from './bounce-corpus.ts';

export interface Judged extends CorpusFile {
  found: Classification;
  /** What went wrong with this file, in words; empty when nothing did. */
  misses: Miss[];
}

export type Miss = 'not seen' | 'recipient' | 'permanent' | 'taken for a person' | 'a person taken for a machine';

export interface Figure {
  name: string;
  share: number;
  goal: number;
}

/** The goals of issue 9, in per cent. What is ours must be right to the last file. */
const GOALS = { seenCurrent: 99.5, seen: 97, recipient: 95, permanent: 92 };

/** Classifies every file as the service does, without looking for the email that it is about: a corpus answers to nobody's. */
export async function judge(corpus: readonly CorpusFile[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const file of corpus) {
    const found = await classifyFile(file.raw);
    judged.push({ ...file, found, misses: missesOf(file, found) });
  }
  return judged;
}

/** The figures over a corpus, each with its goal; `isOwn` asks for everything. */
export function figuresOf(judged: readonly Judged[], isOwn: boolean): Figure[] {
  const reports = judged.filter(({ expected }) => expected.kind === 'delivery_report');
  const current = reports.filter(({ expected }) => expected.current);
  const goal = (usual: number): number => (isOwn ? 100 : usual);
  return [
    { name: "seen as a report, today's systems", share: shareWithout('not seen', current), goal: goal(GOALS.seenCurrent) },
    { name: 'seen as a report, all', share: shareWithout('not seen', reports), goal: goal(GOALS.seen) },
    { name: 'recipient right', share: shareWithout('recipient', reports), goal: goal(GOALS.recipient) },
    { name: 'permanent or not agrees', share: shareWithout('permanent', reports), goal: goal(GOALS.permanent) },
    { name: "not noted as a person's reply", share: shareWithout('taken for a person', judged), goal: 100 },
    { name: "a person's mail is a person's", share: shareWithout('a person taken for a machine', judged), goal: 100 },
  ];
}

function classifyFile(raw: Buffer): Promise<Classification> {
  const head = raw.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? '';
  const now = new Date();
  const message = { id: 'file', threadId: null, receivedAt: now, headers: [...fieldsOf(head)], isOwn: false };
  return classify(message, { ownAddresses: OWN_ADDRESSES, raw, now });
}

function missesOf({ expected }: CorpusFile, found: Classification): Miss[] {
  // Whoever answers to an email of ours is told apart with that email at hand
  const mayBeHuman = found.kind === 'human' || (found.kind === 'auto_reply' && found.mayBePerson === true);
  if (expected.kind === 'human') return mayBeHuman ? [] : ['a person taken for a machine'];
  const isPerson = found.kind === 'human' ? (['taken for a person'] as const) : [];
  if (expected.kind !== 'delivery_report') return [...isPerson];
  if (found.kind !== 'delivery_report')
    return ['not seen', 'recipient', ...(expected.permanent ? (['permanent'] as const) : []), ...isPerson];
  const recipients = new Set(found.reports.map(({ recipient }) => recipient));
  const isRight = expected.recipients.every((recipient) => recipients.has(canonicalAddress(recipient)));
  const isPermanent = found.reports.some(({ bounce }) => bounce?.kind === 'hard');
  return [...(isRight ? [] : (['recipient'] as const)), ...(isPermanent === expected.permanent ? [] : (['permanent'] as const))];
}

function shareWithout(miss: Miss, judged: readonly Judged[]): number {
  if (judged.length === 0) return 100;
  return (100 * judged.filter(({ misses }) => !misses.includes(miss)).length) / judged.length;
}
