using System.Globalization;
using TenkTanken.Content;

namespace TenkTanken.Web.Features.Presentation.Steering;

/// <summary>What a presenter has chosen, as it stands in the address of her page.</summary>
/// <param name="Slides">Those that are given, in their order.</param>
/// <param name="Size">How large her notes are: 1 to 3.</param>
/// <param name="LetsIn">The words for another are shown.</param>
public sealed record PresenterChoices(Lesson Lesson, IReadOnlyList<Slide> Slides, int Size, bool LetsIn)
{
    private const int Largest = 3;

    private string _path = "";
    private IReadOnlyList<KeyValuePair<string, string?>> _parts = [];

    /// <summary>Where she posts to: a form never posts to the address it stands at (<c>PostAddress</c>).</summary>
    public string PostAddress => In(Size, LetsIn, isPosted: true);

    /// <summary>What goes along in the address of another screen.</summary>
    public string PartsQuery => QueryString.Create(_parts).Value ?? "";

    public decimal Minutes => Slides.Sum(slide => slide.Minutes);

    /// <summary>The place of the slide among hers. One that another has gone to may be none of them.</summary>
    public int At(Position there) => Math.Max(0, Slides.Index().FirstOrDefault(slide => slide.Item.Id == there.Slide).Index);

    /// <summary>What comes next. Null on the last.</summary>
    public Slide? After(Position there) => Slides.ElementAtOrDefault(At(there) + 1);

    public static PresenterChoices Of(Lesson lesson, HttpRequest request)
    {
        var choices = LessonChoices.Of(lesson, request.Query);
        var size = int.TryParse(request.Query[SteeringAddresses.SizeField], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;

        return new(lesson, choices.Slides, Math.Clamp(size, 1, Largest), request.Query.ContainsKey(SteeringAddresses.LetInField))
        {
            _path = request.PathBase.Add(request.Path).ToUriComponent(),
            _parts = [.. choices.PartsAsFields(lesson)],
        };
    }

    /// <summary>Her page.</summary>
    public string Address(bool letsIn) => In(Size, letsIn);

    /// <summary>Her page with notes of another size.</summary>
    public string WithSize(int size) => In(size, LetsIn);

    private string In(int size, bool letsIn, bool isPosted = false) => _path + QueryString.Create(
    [
        .. _parts,
        .. Field(SteeringAddresses.SizeField, size > 1, size),
        .. Field(SteeringAddresses.LetInField, letsIn, 1),
        .. Field(SteeringAddresses.PostedField, isPosted, 1),
    ]);

    private static IEnumerable<KeyValuePair<string, string?>> Field(string name, bool isThere, int value) =>
        isThere ? [KeyValuePair.Create(name, (string?)value.ToString(CultureInfo.InvariantCulture))] : [];
}
