/** Changes a simulator's settings; rejects with its reason when it does not take them. */
export async function orderSettings(simulatorUrl: string, settings: object): Promise<void> {
  const answer = await fetch(`${simulatorUrl}/sim/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
