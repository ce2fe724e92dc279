// One end of the line between the bench and a process of its own: a server or a client, ours or a peer's.

/** Answers the bench's questions (one that it has no verb for with nothing) one by one, with the wall and CPU milliseconds that each took in this process. */
export const talk = (verbs) => {
  const spent = (since) => {
    const { user, system } = process.cpuUsage(since);
    return (user + system) / 1000;
  };
  process.on('message', async ({ id, verb, given }) => {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    try {
      const value = verb === 'cpu' ? spent() : await verbs[verb]?.(given);
      process.send({ id, value, wall: performance.now() - wall, cpu: spent(cpu) });
    } catch (error) {
      process.send({ id, error: String(error?.stack ?? error) });
    }
  });
  process.send({ ready: true });
};
