/** The text of a program itself as an address: nothing has to lie beside the deployment. Stacks show the `name`. */
export function addressOf(program: string, name: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(`${program}\n//# sourceURL=${name}`)}`);
}
