using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenkTanken.Web.Hosting;

namespace TenkTanken.Web.Layout;

public static class PagesSetup
{
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
        builder.Services.Replace(ServiceDescriptor.Singleton<IAntiforgery, SameOriginPosts>());
        builder.Services.AddScoped<Reader>();
        builder.Services.AddSingleton<SiteAssets>();
    }

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>()
        .WithStaticAssets()
        .AddInteractiveServerRenderMode(circuits =>
        {
            // Compressing what is secret together with what somebody else may choose tells of the secret (BREACH).
            circuits.DisableWebSocketCompression = true;
            circuits.ContentSecurityFrameAncestorsPolicy = "'none'";
        });
}
