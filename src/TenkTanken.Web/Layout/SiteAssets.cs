using Microsoft.AspNetCore.Components;

namespace TenkTanken.Web.Layout;

/// <summary>
/// Addresses of our own files, with their fingerprint. The framework's own <c>Assets</c> knows them only on a page
/// that was routed to, which an error page is not.
/// </summary>
public sealed class SiteAssets(EndpointDataSource endpoints)
{
    /// <summary>Ours last, so that its layers win. The first two are there only when the site was built with npm.</summary>
    public static readonly IReadOnlyList<string> Stylesheets = ["vendor/designsystemet-theme.css", "vendor/designsystemet.css", "app.css"];

    private readonly Lazy<ResourceAssetCollection> _assets = new(() =>
        endpoints.Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<ResourceAssetCollection>()).OfType<ResourceAssetCollection>().FirstOrDefault()
        ?? ResourceAssetCollection.Empty);

    public bool Has(string path) => _assets.Value[path] != path;

    public string Address(string path) => "/" + _assets.Value[path];
}
