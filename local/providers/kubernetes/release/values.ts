import { readFileSync } from "node:fs";
import { deepmergeCustom } from "deepmerge-ts";
import { parse } from "yaml";
import { wordAt } from "../cluster/manifest.ts";
import { isAsset, isList, isProperties, type Properties, type Value } from "../../engine/values.ts";

/** As Helm merges: objects key by key, all else replaced; a null stays, for it takes a default away. */
const merge = deepmergeCustom({ mergeArrays: false });

function documentOf(asset: Value): Properties {
  if (!isProperties(asset) || !isAsset(asset))
    throw new Error("unsupported type for 'valueYamlFiles' arg: only file and string assets");
  const text = typeof asset.text === "string" ? asset.text : readFileSync(wordAt(asset, "path"), "utf8");
  const document: unknown = parse(text);
  return isProperties(document) ? document : {};
}

/** The values of a release: the files in their order, then what the program says. */
export function valuesOf(inputs: Properties): Properties {
  const files = isList(inputs.valueYamlFiles) ? inputs.valueYamlFiles.map(documentOf) : [];
  return merge(...files, isProperties(inputs.values) ? inputs.values : {}) as Properties;
}
