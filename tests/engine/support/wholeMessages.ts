// Loaded before the tests: what a failed expectation got is printed whole. Chai cuts it, and so the cause of an error of
// the engine, after 40 characters.
import { config } from "chai";

config.truncateThreshold = 0;
