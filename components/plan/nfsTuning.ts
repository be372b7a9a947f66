import type { HelmValues } from "../settings/settings.ts";

/**
 * Keeps the notebook's SQLite files off the home: SQLite's locks do not work well on NFS, and the symptom is a server
 * that hangs for minutes. What is lost: notebook trust and IPython's history last as long as the server.
 * https://sqlite.org/faq.html#q5
 */
export const nfsTuning: HelmValues = {
  singleuser: {
    extraEnv: { JUPYTER_RUNTIME_DIR: "/tmp/.jupyter-runtime" },
    extraFiles: {
      "ipython-off-nfs": {
        mountPath: "/usr/local/etc/ipython/ipython_config.json",
        data: { HistoryManager: { hist_file: ":memory:" } },
      },
      "jupyter-server-off-nfs": {
        mountPath: "/usr/local/etc/jupyter/jupyter_server_config.json",
        data: {
          NotebookNotary: { db_file: ":memory:" },
          BaseFileIdManager: { db_path: "/tmp/file_id_manager.db" },
          SQLiteYStore: { db_path: "/tmp/jupyterlab_ystore.db" },
        },
      },
    },
  },
};
