import type { MigrationInterface, QueryRunner } from 'typeorm';

export type Migration = new () => MigrationInterface;

/** One step of the schema, in SQL to be read by a person. The name ends in the milliseconds of its birth. */
export const forward = (name: string, statements: readonly string[]): Migration =>
  class implements MigrationInterface {
    readonly name = name;

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('The schema only goes forward'));
    }
  };
