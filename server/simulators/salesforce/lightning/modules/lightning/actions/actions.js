export class CloseActionScreenEvent extends CustomEvent {
  constructor() {
    super('closeactionscreen', { bubbles: true, composed: true });
  }
}
