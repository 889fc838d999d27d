import { LightningElement } from 'lwc';
import { OBJECTS } from 'sim/objects';
import { org } from 'sim/org';

/** Where a newcomer starts: the records to open. */
export default class HomePage extends LightningElement {
  objects = Object.keys(OBJECTS).filter((name) => !OBJECTS[name].isActivity);

  connectedCallback() {
    document.title = 'Home | Salesforce';
  }
  get greeting() {
    return `Welcome, ${org.user.name.split(' ')[0]}.`;
  }
}
