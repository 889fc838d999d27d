import { serializerCompiler } from 'fastify-zod-openapi';

/**
 * Checks and writes answers as `serializerCompiler` does, but compiles each schema with its first answer: together they take a third of the
 * time to start, for answers most of which a process may not give for hours.
 */
export const lateSerializerCompiler: typeof serializerCompiler = (route) => {
  let serialize: ReturnType<typeof serializerCompiler> | undefined;
  return (data) => (serialize ??= serializerCompiler(route))(data);
};
