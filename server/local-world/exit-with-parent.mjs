// Loaded with --import into every process of the local world: when the launcher is gone, however it died, so are they.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
