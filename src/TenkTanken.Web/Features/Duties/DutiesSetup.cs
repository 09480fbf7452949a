using TenkTanken.Content;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Duties;

public static class DutiesSetup
{
    // Not logged: somebody answers here, if only to the browser.
    public static void AddDuties(this WebApplicationBuilder builder) =>
        builder.Services.AddPageView<DutiesView>(PageKind.Duties, logged: false);
}
