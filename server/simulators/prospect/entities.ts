/** Everything the prospects' side remembers; plain JSON. */
export interface ProspectState {
  lastMessageNumber: number;
  /** Oldest first; one copy per recipient. */
  messages: ReceivedMessage[];
}

export interface ReceivedMessage {
  id: string;
  /** Whose mailbox this copy is in. */
  mailbox: string;
  /** ISO time */
  receivedAt: string;
  envelope: { from: string; to: string[] };
  /** base64 of the exact bytes that came in */
  raw: string;
  /** What the person did with it. */
  events: { at: string; what: string }[];
}
