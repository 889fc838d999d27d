export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set();

export const createMessageContext = () => ({});
export function releaseMessageContext(context) {
  for (const subscription of subscriptions) if (subscription.context === context) subscriptions.delete(subscription);
}

export class MessageContext {
  constructor(emit) {
    this.context = createMessageContext();
    emit(this.context);
  }
  connect() {}
  update() {}
  disconnect() {
    releaseMessageContext(this.context);
  }
}

export function subscribe(context, channel, listener, options) {
  if (!context) throw new Error('subscribe needs a message context.');
  const subscription = { context, channel: channel.channelName, listener, options };
  subscriptions.add(subscription);
  return subscription;
}
export function unsubscribe(subscription) {
  subscriptions.delete(subscription);
}
export function publish(context, channel, message) {
  if (!context) throw new Error('publish needs a message context.');
  // only what survives JSON crosses namespaces on the platform
  const copy = message === undefined ? undefined : JSON.parse(JSON.stringify(message));
  for (const { channel: name, listener } of [...subscriptions]) if (name === channel.channelName) listener(copy);
}
