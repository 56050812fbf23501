// The MCP SDK's client on a domain's environment.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { task, toolsOf, url } from './served.mjs';

async function connect(domain) {
  const client = new Client({ name: 'agentscaler-tests', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp/${domain}`)));
  return client;
}

test('a domain\'s tools are listed as the environment has them', async () => {
  const client = await connect(task.domain);
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), toolsOf(task.domain).map((tool) => tool.function.name));
  assert.ok(client.getInstructions().length > 0);
  await client.close();
});

test('a task\'s golden calls give their golden results, in each session anew', async () => {
  for (let session = 0; session < 2; session++) {
    const client = await connect(task.domain);
    for (const [i, call] of task.golden_calls.entries()) {
      const answer = await client.callTool({ name: call.name, arguments: call.arguments });
      const expected = task.golden_results[i];
      assert.equal(answer.isError ?? false, !expected.ok);
      assert.deepEqual(JSON.parse(answer.content[0].text), expected.ok ? expected.result : { error: expected.error });
    }

    await client.close();
  }
});

test('a tool that is not there is an error, and so is a domain', async () => {
  const client = await connect(task.domain);
  const answer = await client.callTool({ name: 'no_such_tool', arguments: {} });
  assert.equal(answer.isError, true);
  assert.equal(JSON.parse(answer.content[0].text).error.code, 'unknown_tool');
  await client.close();
  await assert.rejects(connect('no-such-domain'), /no-such-domain|404/);
});
