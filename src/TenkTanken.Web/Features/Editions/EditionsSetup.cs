using TenkTanken.Content;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Editions;

public static class EditionsSetup
{
    public static void AddEditions(this WebApplicationBuilder builder) =>
        builder.Services.AddPageView<ChangesView>(PageKind.Changes);
}
