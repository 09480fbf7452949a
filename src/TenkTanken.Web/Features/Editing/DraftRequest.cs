using TenkTanken.Web.Hosting.ContentFolder;

namespace TenkTanken.Web.Features.Editing;

/// <summary>Set on the request for a page of a draft.</summary>
/// <param name="Content">As it was when the request came.</param>
internal sealed record DraftRequest(string Draft, ContentState Content);
