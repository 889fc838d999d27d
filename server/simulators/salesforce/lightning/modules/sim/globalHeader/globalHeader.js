import { LightningElement } from 'lwc';
import { call, org } from 'sim/org';

/** The header of every Lightning page. The picture of the user opens a menu to go on as somebody else of the org. */
export default class GlobalHeader extends LightningElement {
  users = [];

  async connectedCallback() {
    try {
      const { users } = await call(`/sim/orgs/${org.org.id}/users`);
      const colleagues = users.filter((user) => user.active && user.id !== org.user.id);
      this.users = colleagues.map((user) => ({ ...user, label: `Log in as ${user.name}` }));
    } catch {
      this.users = [];
    }
  }

  get user() {
    return org.user;
  }
  get initials() {
    return org.user.name
      .split(' ')
      .map((word) => word[0])
      .join('')
      .slice(0, 2);
  }
  get menuLabel() {
    return `View profile: ${org.user.name}`;
  }

  handleMenuSelect({ detail: { value } }) {
    const { pathname, search } = window.location;
    window.location.assign(`/sim/login?${new URLSearchParams({ as: value, to: pathname + search })}`);
  }
}
