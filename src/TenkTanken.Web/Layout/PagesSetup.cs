using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TenkTanken.Web.Hosting;

namespace TenkTanken.Web.Layout;

public static class PagesSetup
{
    public static void AddPages(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.Replace(ServiceDescriptor.Singleton<IAntiforgery, SameOriginPosts>());
        builder.Services.AddScoped<Reader>();
        builder.Services.AddSingleton<SiteAssets>();
    }

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>().WithStaticAssets();
}
