/** The contract's RequestTemplate, from `app.request_templates m`, for json_build_object. */
export const templateColumns = `'id', m.id, 'requestTypeId', m.request_type_id, 'name', m.name, 'summary', m.summary,
  'description', m.description, 'answers', m.answers, 'displayOrder', m.display_order`
