import type { handleUnaryCall, ServerUnaryCall, ServiceError } from "@grpc/grpc-js";

/**
 * A way to make gRPC handlers of functions: what a function answers is the response, what it throws the error.
 * @param toError how this protocol carries an error
 */
export const unary =
  (toError: (error: unknown) => Partial<ServiceError>) =>
  <Request, Response>(
    body: (request: Request, call: ServerUnaryCall<Request, Response>) => Response | Promise<Response>,
  ): handleUnaryCall<Request, Response> =>
  (call, callback) => {
    Promise.resolve(call.request)
      .then((request) => body(request, call))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          const { metadata, ...failure } = toError(error);
          callback(failure, null, metadata);
        },
      );
  };
