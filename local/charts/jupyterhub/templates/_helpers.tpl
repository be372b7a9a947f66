{{- /* A component's object name: "hub", or "<fullnameOverride>-hub" where one is given. */}}
{{- define "jupyterhub.name" -}}
{{- with .root.Values.fullnameOverride }}{{ . }}-{{ end }}{{ .component }}
{{- end }}

{{- define "jupyterhub.selector" -}}
app: jupyterhub
component: {{ .component }}
release: {{ .root.Release.Name }}
{{- end }}

{{- define "jupyterhub.labels" -}}
{{ include "jupyterhub.selector" . }}
chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" }}
heritage: {{ .root.Release.Service }}
{{- end }}

{{- define "jupyterhub.image" -}}
image: {{ .name }}:{{ .tag }}
{{- with .pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{- /* A key of the hub's Secret: as given, else as it is in the cluster, else made now. */}}
{{- define "jupyterhub.kept" -}}
{{- $there := lookup "v1" "Secret" .root.Release.Namespace (include "jupyterhub.name" (dict "root" .root "component" "hub")) }}
{{- if .given }}
{{- .given }}
{{- else if hasKey (($there).data | default dict) .key }}
{{- index $there.data .key | b64dec }}
{{- else }}
{{- randBytes 32 | b64dec | printf "%x" }}
{{- end }}
{{- end }}
