import Fastify from 'fastify';
import pg from 'pg';

/** The yardstick of `bench:service`: a bare Fastify route with one INSERT of the same body, and as many connections as the service has. */
const POOL_SIZE = 20;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: POOL_SIZE });
const app = Fastify({ logger: false });

app.post('/v1/sales-emails', async (request, reply) => {
  const { rows } = await pool.query<{ id: string }>('insert into bench_emails (body) values ($1) returning id', [
    JSON.stringify(request.body),
  ]);
  return reply.code(202).send({ id: rows[0]?.id });
});

await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
