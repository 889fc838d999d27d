/** An email that waits, or that is thought of. */
export interface WaitingEmail {
  id: string;
  /** Epoch milliseconds. */
  dueAt: number;
  /** 10 interactive, 20 bulk, 30 campaign. */
  priority: number;
  recipients: readonly string[];
}

interface DueEmails {
  emails: WaitingEmail[];
  next: number;
}

/** What waits in one mailbox, in the order in which the engine takes it: of what is due, by priority, then by the time it was due. */
export class WaitingQueue {
  /** By the time they are due, from `#nextLater` on. */
  readonly #later: WaitingEmail[];
  #nextLater = 0;
  /** Lowest priority number first; each in the order of time. */
  readonly #due = new Map<number, DueEmails>();

  /** `emails` in the order of their acceptance, which decides between those due at the same time. */
  constructor(emails: readonly WaitingEmail[]) {
    this.#later = emails.toSorted((a, b) => a.dueAt - b.dueAt);
    const priorities = [...new Set(emails.map(({ priority }) => priority))].sort((a, b) => a - b);
    for (const priority of priorities) this.#due.set(priority, { emails: [], next: 0 });
  }

  /** Takes out the email whose turn it is at `now`; null when none is due. */
  take(now: number): WaitingEmail | null {
    for (let email = this.#later[this.#nextLater]; email && email.dueAt <= now; email = this.#later[this.#nextLater]) {
      this.#due.get(email.priority)?.emails.push(email);
      this.#nextLater += 1;
    }
    for (const due of this.#due.values()) {
      const email = due.emails[due.next];
      if (!email) continue;
      due.next += 1;
      return email;
    }
    return null;
  }

  /** Puts back what `take` gave last. */
  putBack({ priority }: WaitingEmail): void {
    const due = this.#due.get(priority);
    if (due) due.next -= 1;
  }

  /** Puts it behind everything that is due at the same time. */
  postpone(email: WaitingEmail): void {
    let [low, high] = [this.#nextLater, this.#later.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#later[middle]?.dueAt ?? 0) <= email.dueAt) low = middle + 1;
      else high = middle;
    }
    this.#later.splice(low, 0, email);
  }

  /** When the next one that is not due yet becomes due; null when there is none. */
  nextDueAt(): number | null {
    return this.#later[this.#nextLater]?.dueAt ?? null;
  }
}
