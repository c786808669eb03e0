// node bench/lan/stock-host.ts
// Hocuspocus as it comes, in memory, on a free port of loopback, which it prints as JSON.
import { Server } from '@hocuspocus/server';

// A hundred documents at once would be refused otherwise.
const server = new Server({ address: '127.0.0.1', quiet: true, maxPendingDocuments: 1000 });
await server.listen(0);
console.log(JSON.stringify({ port: server.address.port }));
