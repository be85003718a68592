import { type Environment, readEnvironment } from './environment.ts';
import { Failure } from './failure.ts';

/** The environment, or a failure that lists all of its faults. */
export const requireEnvironment = (variables: NodeJS.ProcessEnv = process.env): Environment => {
  const reading = readEnvironment(variables);
  if ('environment' in reading) return reading.environment;
  const why = reading.faults.map(({ name, message }) => `${name}: ${message}`).join('; ');
  throw new Failure(
    {
      what: 'Cấu hình chưa đúng.',
      why,
      todo: 'Sửa hoặc bỏ các biến môi trường nêu trên rồi chạy lại.',
    },
    {
      what: 'The configuration is not right.',
      why,
      todo: 'Correct or remove the environment variables named above and start again.',
    },
  );
};
