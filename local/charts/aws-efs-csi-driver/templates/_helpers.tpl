{{- define "efs.selector" -}}
app: {{ .component }}
app.kubernetes.io/name: {{ .root.Values.nameOverride | default .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "efs.labels" -}}
{{ include "efs.selector" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}

{{- /* What the controller's pods and the nodes' pods have in common. */}}
{{- define "efs.placement" -}}
serviceAccountName: {{ .serviceAccount.name }}
{{- with .priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "efs.container" -}}
name: efs-plugin
image: {{ .image.repository }}:{{ .image.tag }}
imagePullPolicy: {{ .image.pullPolicy }}
args:
  {{- toYaml .args | nindent 2 }}
{{- with .pods.env }}
env:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .pods.resources }}
resources:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
