import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { makeReady } from '../../bench/ready-rep.ts';
import { AVERY, DANA, NOOR, RAE } from './cast.ts';
import { deliveredTo } from './outcome.ts';
import { SUBJECT, tellPanelStory } from './panel-story.ts';
import { invite, openSalesforce } from './rep.ts';
import { openStage, type Stage } from './stage.ts';

const UNDER_LWS = '?lws=1';

describe('Under Lightning Web Security', () => {
  let stage: Stage;
  before(async () => (stage = await openStage('org')));
  after(() => stage.close());

  it('an admin invites, and a rep sends a sales email and follows it to the timeline', async () => {
    const { world } = stage;
    const admin = await stage.enter();
    await openSalesforce(admin.page, world, AVERY.id, `/lightning/n/MSI_Users${UNDER_LWS}`);
    await invite(admin.page, RAE.email, NOOR.email);

    await makeReady(world, { salesforceUserId: RAE.id, email: RAE.email });
    const { page, problems } = await stage.enter();
    await tellPanelStory(page, world, UNDER_LWS);
    const mails = await deliveredTo(world, DANA.email);
    assert.equal(mails.filter((mail) => mail.includes(`Subject: ${SUBJECT}`)).length, 1);

    await admin.page.reload();
    await admin.page.getByText('Mailbox connected').waitFor();
    assert.deepEqual(problems, []);
    assert.deepEqual(admin.problems, []);
  });
});
