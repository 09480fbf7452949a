using TenkTanken.Content;
using TenkTanken.Web.Features.Presentation.Steering;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Presentation;

public static class PresentationSetup
{
    public static void AddPresentation(this WebApplicationBuilder builder)
    {
        builder.Services.AddPageView<PresentationView>(PageKind.Presentation);
        builder.Services.AddSteering();
    }

    public static void MapPresentation(this WebApplication app) => app.MapSteering();
}
