using TenkTanken.Content;
using TenkTanken.Web.Features.Reading;

namespace TenkTanken.Web.Features.Practice;

public static class PracticeSetup
{
    // Not logged: somebody answers here, if only about a story.
    public static void AddPractice(this WebApplicationBuilder builder) =>
        builder.Services.AddPageView<PracticeView>(PageKind.Practice, logged: false);
}
