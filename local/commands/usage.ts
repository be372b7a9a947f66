/** What the command line says about itself. */
export const usage = `npm run local [-- COMMAND]       the local environment of jupyterhub-efs: simulated AWS and Kubernetes on this machine

  up [--config FILE]             start it if needed and deploy Pulumi.local.yaml, or another stack file (default)
  preview [--config FILE]        show what up would change
  exec COMMAND…                  run a command inside: pulumi, kubectl, helm, or any other
  status                         what runs, and where
  test [MOCHA OPTION…]           run the engine tests in an environment of their own
  bench [OPTION…]                measure this program beside a flat one, in an environment of its own
  down [--toolchain]             end it and remove its files; --toolchain: the built tools as well

Examples
  npm run local
  npm run -s local -- exec kubectl get pods -A
  npm run -s local -- exec pulumi up --yes
  npm run local -- up --config my-stack.yaml

Variables
  LOCAL_PROVIDERS=official       use the official Pulumi providers where they can be had, instead of the stand-ins
  JUPYTERHUB_EFS_STATE=FOLDER    keep the environment there`;
