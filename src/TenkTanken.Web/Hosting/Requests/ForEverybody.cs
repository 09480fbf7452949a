namespace TenkTanken.Web.Hosting.Requests;

/// <summary>Set on the request for a page of the content that is the same whoever asks.</summary>
internal sealed record ForEverybody;
