import { UPLOAD_TYPE } from "#convex/documents/rules/fileTypes.ts";

/** Posts a file to an upload address and answers with its id in storage. `onProgress` hears shares of the whole, 0 to 1. */
export function sendFile(url: string, file: File, onProgress: (share: number) => void): Promise<string> {
  // fetch() does not tell how far an upload has come.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.open("POST", url);
    request.setRequestHeader("content-type", UPLOAD_TYPE);
    request.responseType = "json";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Error("The upload broke off."));
    request.onload = () => {
      const answer = request.response as { storageId?: string } | null;
      if (request.status === 200 && answer?.storageId) resolve(answer.storageId);
      else reject(new Error(`The upload was answered with ${request.status}.`));
    };
    request.send(file);
  });
}
