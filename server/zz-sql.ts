import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { startPostgres } from './local-world/postgres-server.ts';
import { createTestDatabase } from './test-support/database.ts';
import { createTestOrg } from './test-support/org.ts';
import pg from 'pg';
for (const durable of [true,false]) {
const dir = mkdtempSync('/tmp/msi-sql-');
const srv = await startPostgres({ directory: dir, durable });
process.env['TEST_DATABASE_URL'] = srv.url;
const db = await createTestDatabase();
const ORG='00D000000000001EAA', DANA='00Q000000000001EAA';
const org = await createTestOrg(db, { orgId: ORG });
const users:string[]=[];
for (let i=0;i<25;i++){ const u = await org.addUser({salesforceUserId:`0050000000${10000+i}AAA`, email:`r${i}@a.b`}); users.push(u.id);
 await db.ownerPool.query(`insert into email_connections (org_id,user_id,provider,account_key,address,connected_at) values ($1,$2,'google','k','a@b.c',now())`,[ORG,u.id]);
 await db.ownerPool.query(`insert into people (org_id,user_id,record_id,object_name,name,email,read_at) values ($1,$2,$3,'Lead','D','d@e.f',now())`,[ORG,u.id,DANA]);}
await db.ownerPool.query(`create table b (id uuid primary key default gen_random_uuid(), body jsonb not null)`); await db.ownerPool.query('grant all on b to msi_app');
const pool = new pg.Pool({connectionString: db.urls.app, max: 20});
const body='x'.repeat(1200);
async function run(name:string, f:(i:number)=>Promise<unknown>, secs=3){ const end=performance.now()+secs*1000; let n=0; await Promise.all(Array.from({length:20},async(_,k)=>{for(let i=k;performance.now()<end;i+=20){await f(i);n++}})); console.log(durable?'durable':'fast', name, Math.round(n/secs)); return n/secs;}
const ins=(i:number)=>pool.query('insert into b (body) values ($1) returning id',[JSON.stringify({body})]);
const acc=(i:number)=>pool.query({name:'a',text:`select outcome from accept_sales_email($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,values:[ORG,users[i%25],new Date(),new Date(Date.now()-6e5),randomUUID(),Buffer.alloc(32),DANA,'Lead',DANA,'[]','[]','s',body]}).then(r=>{ if(r.rows[0].outcome!=='accepted') throw new Error(r.rows[0].outcome)});
const job=(i:number)=>pool.query(`select jobs.enqueue(identifier=>'drain-mailbox', payload=>'{}'::json, run_at=>now()+interval '10 s')`);

const variant=(n:string)=>(i:number)=>pool.query({name:n,text:`select outcome from ${n}($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)`,values:[ORG,users[i%25],new Date(),new Date(Date.now()-6e5),randomUUID(),Buffer.alloc(32),DANA,'Lead',DANA,'[]','[]','s',body]}).then(r=>{ if(r.rows[0].outcome!=='accepted') throw new Error(r.rows[0].outcome)});

const fn = (await db.ownerPool.query(`select pg_get_functiondef(p.oid) d from pg_proc p where proname='accept_sales_email'`)).rows[0].d as string;
const mk = async (n:string, f:(d:string)=>string) => { await db.ownerPool.query(f(fn.replace('accept_sales_email(',`${n}(`))); await db.ownerPool.query(`grant execute on function ${n} to msi_app`); };
await mk('nohist', d=>d.replace(/insert into sales_email_history[^;]*;/s,''));
await mk('nodel', d=>d.replace(/delete from sales_emails[^;]*;/s,''));
await mk('nojob', d=>d.replace(/if known.undo_seconds > 0[\s\S]*end if;\s*return answer;/,'return answer;'));
await mk('noins', d=>d.replace(/insert into sales_emails [^;]*;/s,'answer.id := gen_random_uuid();').replace(/insert into sales_email_history[^;]*;/s,''));
const loop = async (pl: pg.Pool, name: string, n=3000) => { const c = await pl.connect(); await c.query('begin'); const t=performance.now();
 await c.query(`do $do$ declare i int; r record; begin for i in 1..${n} loop select * into r from ${name}('${ORG}','${users[3]}',now(),now()-interval '10 min',gen_random_uuid()::text,'\\x00','${DANA}','Lead','${DANA}','[]','[]','s','${body}'); end loop; end $do$`);
 console.log(name, ((performance.now()-t)/n).toFixed(3),'ms'); await c.query('rollback'); c.release(); };
const insloop = async () => { const c = await pool.connect(); await c.query('begin'); const t=performance.now(); await c.query(`do $do$ declare i int; begin for i in 1..3000 loop insert into b (body) values ('{"body":"${body}"}'); end loop; end $do$`); console.log('insert',((performance.now()-t)/3000).toFixed(3)); await c.query('rollback'); c.release(); };
for (let k=0;k<2;k++){ await insloop(); for (const n of ['accept_sales_email','nohist','nodel','nojob','noins']) await loop(pool,n); }
await pool.end(); await db.drop(); await srv.stop(); rmSync(dir,{recursive:true});
break;
}
process.exit(0)
