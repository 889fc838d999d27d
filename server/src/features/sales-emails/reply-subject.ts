const LONGEST = 998;

/** `Re: ` and the subject, however often it has been answered before: Gmail keeps a thread only under one subject. */
export function replySubject(subject: string): string {
  const plain = subject.replace(/^(?:\s*re\s*(?:\[\d+\])?\s*[:：])+/iu, '').trim();
  return `Re: ${plain}`.slice(0, LONGEST).trim();
}
