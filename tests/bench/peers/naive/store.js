// SQLite without anything in between: WAL, one fsync a commit, as ours.
import sqlite3 from 'sqlite3';

function promised(work) {
  return new Promise((resolve, reject) => work((error, value) => (error ? reject(error) : resolve(value))));
}

export async function open(file, schema) {
  const db = await new Promise((resolve, reject) => {
    const made = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(made)));
  });
  await promised((done) => db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${schema}`, done));
  return {
    exec: (sql) => promised((done) => db.exec(sql, done)),
    all: (sql, ...values) => promised((done) => db.all(sql, values, done)),
    prepare(sql) {
      const statement = db.prepare(sql);
      return (...values) => promised((done) => statement.run(values, done));
    },
  };
}
