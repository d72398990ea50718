// A process of its own that reads the feeds at the addresses it is given: what became of each, and the most memory it had.

import { readFeed } from '../../src/feeds/read-feed.ts';
import { httpFor } from './servers.ts';

const http = httpFor(['127.0.0.0/8']);
for (const url of process.argv.slice(2)) {
  const before = process.cpuUsage();
  const reading = await readFeed(url, { http });
  const { user, system } = process.cpuUsage(before);
  const problem = reading.kind === 'problem' ? reading.problem : undefined;
  const title = reading.kind === 'feed' ? reading.feed.title : undefined;
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ kind: reading.kind, problem, title, ms: (user + system) / 1000, peakMb }));
}
await http.close();
