using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenkTanken.Web.Hosting.Requests;

namespace TenkTanken.Web.Layout;

/// <remarks>
/// Since there are islands, the framework would end every page, one for reading too, with a kilobyte for them, sealed anew
/// each time: its own token against forgery and its list of files. We have other ways for both (<see cref="SameOriginPosts"/>,
/// <see cref="SiteAssets"/>), and a page stays the same as long as its words do. Two things keep it from that: services
/// that have nothing to send along, and pages that do not say that there are islands, so that sending nothing is allowed.
/// </remarks>
public static class PagesSetup
{
    /// <summary>
    /// What says of a page that there are islands. The framework keeps the type to itself and has no setting for it, so it is
    /// known by its name; a test tells when there is nothing of that name any more.
    /// </summary>
    internal static readonly string IslandsAreConfigured = "Microsoft.AspNetCore.Components.Endpoints.ConfiguredRenderModesMetadata";

    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;

            // A page that has lost its connection finds it again within this time, or goes on with its form. Nothing of a
            // circuit is kept beyond it, in whatever form.
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.DisconnectedCircuitMaxRetained = 100;
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
            circuits.MaxBufferedUnacknowledgedRenderBatches = 10;
            circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        });
        builder.Services.Replace(ServiceDescriptor.Scoped(services =>
            new ComponentStatePersistenceManager(services.GetRequiredService<ILogger<ComponentStatePersistenceManager>>())));
        builder.Services.Replace(ServiceDescriptor.Singleton<IAntiforgery, SameOriginPosts>());
        builder.Services.AddScoped<PageContext>();
        builder.Services.AddSingleton<SiteAssets>();
    }

    /// <typeparam name="TRoot">What every page is in.</typeparam>
    public static void MapPages<TRoot>(this WebApplication app) => app.MapRazorComponents<TRoot>()
        .WithStaticAssets()
        .AddInteractiveServerRenderMode(circuits =>
        {
            // Compressing what is secret together with what somebody else may choose tells of the secret (BREACH).
            circuits.DisableWebSocketCompression = true;
            circuits.ContentSecurityFrameAncestorsPolicy = "'none'";
        })
        .Finally(page =>
        {
            foreach (var sentAlong in page.Metadata.Where(item => item.GetType().FullName == IslandsAreConfigured).ToList())
            {
                page.Metadata.Remove(sentAlong);
            }
        });
}
