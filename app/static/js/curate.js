// The page of curating: it asks again until the collection has been surveyed.

const AGAIN = 2000; // milliseconds

if (document.querySelector("#curated[data-coming]")) setTimeout(() => location.reload(), AGAIN);
